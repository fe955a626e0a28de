namespace KpiGrid.Api.Access;

/// <summary>What can be done at a node.</summary>
[Flags]
internal enum Verbs
{
    None = 0,

    /// <summary>Read what it comes to, in one line.</summary>
    Total = 1,

    /// <summary>Read what is behind that: its parts, its measurements, its facts where they are not everybody's.</summary>
    Parts = 2,

    /// <summary>Push and correct measurements.</summary>
    Push = 4,

    /// <summary>Push and correct measurements that say on whose behalf.</summary>
    PushOnBehalf = 8,

    /// <summary>Change its facts.</summary>
    Change = 16,

    /// <summary>Change who has which share of it, and what it may spend.</summary>
    Allot = 32,

    /// <summary>Read who did what to it.</summary>
    Audit = 64,

    /// <summary>Change what belongs to nobody: KPI definitions, municipalities, keys, people.</summary>
    Govern = 128,

    /// <summary>Submit its periods, and recall what nobody has approved.</summary>
    Submit = 256,

    /// <summary>Approve its periods, and re-open them.</summary>
    Approve = 512,

    /// <summary>Confirm and dispute what was reported on its behalf.</summary>
    Confirm = 1024,

    All = 2047,
}
