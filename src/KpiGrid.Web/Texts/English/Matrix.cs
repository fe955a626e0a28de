namespace KpiGrid.Web.Texts;

/// <content>Types of building by material.</content>
internal static partial class English
{
    public static MatrixWords Matrix { get; } = new()
    {
        Title = "From which buildings",
        Note = "The type of building of each pilot, or of its participant, by class. The lines add up to the total; figures of other KPIs stand beside them.",
        Building = "Building",
        NoType = "no building type",
        Sum = "Sum",
        Total = "Total",
    };
}
