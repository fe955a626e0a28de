namespace KpiGrid;

/// <summary>What kind of instrument is behind a movement.</summary>
/// <remarks>Zero is none of them, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("InstrumentKind")]
public enum InstrumentKind : byte
{
    /// <summary>A decision tree.</summary>
    DecisionTree = 1,

    /// <summary>A text for tenders or contracts.</summary>
    TenderText = 2,

    /// <summary>A page of a book.</summary>
    BookPage = 3,

    /// <summary>A guide.</summary>
    Guide = 4,

    /// <summary>What a workshop left behind.</summary>
    Workshop = 5,

    /// <summary>A programme or a spreadsheet to work with.</summary>
    Tool = 6,
}
