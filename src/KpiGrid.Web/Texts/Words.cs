using System.Globalization;

namespace KpiGrid.Web.Texts;

/// <summary>Every text, number and date of the pages in one language; a language that lacks a text does not compile.</summary>
/// <remarks>
/// A group of texts is a record in <c>Groups</c> with one file of the same name per language. Texts with places to fill
/// hold <c>{0}</c> and go through <see cref="Fill"/>; what fills them is already in words.
/// </remarks>
internal sealed partial record Words
{
    private static readonly Words english = new()
    {
        Language = Language.English,
        Frame = English.Frame, Notices = English.Notices, SignIn = English.SignIn, Calendar = English.Calendar,
        Values = English.Values, Charts = English.Charts, Live = English.Live, Regions = English.Regions,
        Find = English.Find, Explain = English.Explain, Places = English.Places, Streams = English.Streams,
        Report = English.Report, Problems = English.Problems, Files = English.Files,
        Rounds = English.Rounds, Pack = English.Pack, Editions = English.Editions, Approval = English.Approval, Confirmations = English.Confirmations,
        Compare = English.Compare, WhatIf = English.WhatIf, Readings = English.Readings, Definitions = English.Definitions, Help = English.Help,
        Lineage = English.Lineage, Matrix = English.Matrix, Fields = English.Fields, Instruments = English.Instruments,
    };

    private static readonly Words danish = new()
    {
        Language = Language.Danish,
        Frame = Danish.Frame, Notices = Danish.Notices, SignIn = Danish.SignIn, Calendar = Danish.Calendar,
        Values = Danish.Values, Charts = Danish.Charts, Live = Danish.Live, Regions = Danish.Regions,
        Find = Danish.Find, Explain = Danish.Explain, Places = Danish.Places, Streams = Danish.Streams,
        Report = Danish.Report, Problems = Danish.Problems, Files = Danish.Files,
        Rounds = Danish.Rounds, Pack = Danish.Pack, Editions = Danish.Editions, Approval = Danish.Approval, Confirmations = Danish.Confirmations,
        Compare = Danish.Compare, WhatIf = Danish.WhatIf, Readings = Danish.Readings, Definitions = Danish.Definitions, Help = Danish.Help,
        Lineage = Danish.Lineage, Matrix = Danish.Matrix, Fields = Danish.Fields, Instruments = Danish.Instruments,
    };

    private static readonly Words dutch = new()
    {
        Language = Language.Dutch,
        Frame = Dutch.Frame, Notices = Dutch.Notices, SignIn = Dutch.SignIn, Calendar = Dutch.Calendar,
        Values = Dutch.Values, Charts = Dutch.Charts, Live = Dutch.Live, Regions = Dutch.Regions,
        Find = Dutch.Find, Explain = Dutch.Explain, Places = Dutch.Places, Streams = Dutch.Streams,
        Report = Dutch.Report, Problems = Dutch.Problems, Files = Dutch.Files,
        Rounds = Dutch.Rounds, Pack = Dutch.Pack, Editions = Dutch.Editions, Approval = Dutch.Approval, Confirmations = Dutch.Confirmations,
        Compare = Dutch.Compare, WhatIf = Dutch.WhatIf, Readings = Dutch.Readings, Definitions = Dutch.Definitions, Help = Dutch.Help,
        Lineage = Dutch.Lineage, Matrix = Dutch.Matrix, Fields = Dutch.Fields, Instruments = Dutch.Instruments,
    };

    public required Language Language { get; init; }
    public required FrameWords Frame { get; init; }
    public required NoticesWords Notices { get; init; }
    public required SignInWords SignIn { get; init; }
    public required CalendarWords Calendar { get; init; }
    public required ValuesWords Values { get; init; }
    public required ChartsWords Charts { get; init; }
    public required LiveWords Live { get; init; }
    public required RegionsWords Regions { get; init; }
    public required FindWords Find { get; init; }
    public required ExplainWords Explain { get; init; }
    public required PlacesWords Places { get; init; }
    public required StreamsWords Streams { get; init; }
    public required ReportWords Report { get; init; }
    public required ProblemsWords Problems { get; init; }
    public required DefinitionsWords Definitions { get; init; }
    public required ReadingsWords Readings { get; init; }
    public required WhatIfWords WhatIf { get; init; }
    public required RoundsWords Rounds { get; init; }
    public required PackWords Pack { get; init; }
    public required EditionsWords Editions { get; init; }
    public required ApprovalWords Approval { get; init; }
    public required ConfirmationsWords Confirmations { get; init; }
    public required CompareWords Compare { get; init; }
    public required HelpWords Help { get; init; }
    public required FilesWords Files { get; init; }
    public required LineageWords Lineage { get; init; }
    public required MatrixWords Matrix { get; init; }
    public required FieldsWords Fields { get; init; }
    public required InstrumentsWords Instruments { get; init; }

    public static Words Of(Language language) =>
        language == Language.Danish ? danish : language == Language.Dutch ? dutch : english;

    /// <summary>Why something was refused, by its code; where there are no words for it, the field and the remedy.</summary>
    public string Wrong(Problem problem, IReadOnlyDictionary<string, string> known) =>
        known.TryGetValue(problem.Code, out var text) ? text : Fill(Rounds.OtherWrong, problem.Field, problem.Remedy);

    /// <summary>Puts texts into the places of another.</summary>
    public static string Fill(string form, params object[] texts) =>
        string.Format(CultureInfo.InvariantCulture, form, texts);

    /// <summary>A name in the language, or in English; null when neither is there.</summary>
    public string? Of(Trilingual text)
    {
        var own = Language == Language.Danish ? text.Da : Language == Language.Dutch ? text.Nl : text.En;
        return own.Length > 0 ? own : text.En.Length > 0 ? text.En : null;
    }
}
