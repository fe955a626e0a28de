namespace KpiGrid.Web.Views;

/// <summary>Which page of a place, or of none; the last part of its path.</summary>
internal enum PageKind
{
    /// <summary>The front page, or the overview of a place.</summary>
    Overview = 0,

    /// <summary>One chart alone, to embed or to download.</summary>
    Charts,

    /// <summary>The measurements behind a number.</summary>
    Explain,

    /// <summary>The measurements of one KPI stream of a pilot.</summary>
    Stream,

    /// <summary>Looking for a place or pilot.</summary>
    Find,

    /// <summary>Pilots or places side by side.</summary>
    Compare,

    /// <summary>A region by field.</summary>
    Fields,

    /// <summary>What is behind a region's movements.</summary>
    Instruments,

    /// <summary>Who repeats a pilot.</summary>
    Lineage,

    /// <summary>Reporting for a pilot.</summary>
    Report,

    /// <summary>The pilots that the reader may report for.</summary>
    ReportPilots,

    /// <summary>Reporting by a file.</summary>
    Upload,

    /// <summary>What came of a file.</summary>
    File,

    /// <summary>A file to fill in.</summary>
    Template,

    /// <summary>Targets and rounds of a place.</summary>
    Rounds,

    /// <summary>The pages of one round, to be read aloud.</summary>
    Round,

    /// <summary>Numbers frozen, and what changed since.</summary>
    Edition,

    /// <summary>A region without some of its members or pilots.</summary>
    WhatIf,

    /// <summary>How to use the pages.</summary>
    Help,

    /// <summary>How pilot leads use them.</summary>
    HelpLeads,

    /// <summary>How coordinators use them.</summary>
    HelpCoordinators,

    /// <summary>How sustainability centres use them.</summary>
    HelpCentres,

    /// <summary>What this is.</summary>
    About,

    /// <summary>Ending a session.</summary>
    SignOut,
}
