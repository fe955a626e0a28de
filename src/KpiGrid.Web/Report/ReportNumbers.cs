using KpiGrid.Api.Measurements;

namespace KpiGrid.Web.Report;

/// <summary>The numbers of a form as read: each is one number, or none, or must be asked.</summary>
internal sealed class ReportNumbers(ReportEntry entry, IReadOnlyList<MeasurementField> fields)
{
    private readonly Dictionary<MeasurementField, IReadOnlyList<Amount>> readings =
        fields.ToDictionary(field => field, field => TypedNumber.Read(entry.Numbers.GetValueOrDefault(field, "")));

    /// <summary>What a number may mean, where it may mean two things.</summary>
    public IReadOnlyList<Amount> Choices(MeasurementField field) => readings[field].Count > 1 ? readings[field] : [];

    /// <summary>The number, where there is one.</summary>
    public Amount? At(MeasurementField field) => !readings.TryGetValue(field, out var read) ? null
        : read is [var only] ? only
        : read.Select(Nullable).FirstOrDefault(choice => choice.ToString() == entry.Meant.GetValueOrDefault(field));

    public bool IsUnreadable(MeasurementField field) =>
        readings[field].Count == 0 && entry.Numbers.GetValueOrDefault(field, "").Length > 0;

    /// <summary>Whether somebody must say which number was meant.</summary>
    public bool AreAsked => fields.Any(each => Choices(each).Count > 0 && At(each) is null);

    /// <summary>All of them in one text, to tell whether what was confirmed is what is sent.</summary>
    public string Summary => string.Join(' ', fields.Select(At)) + ' ' + entry.Unit;

    private static Amount? Nullable(Amount amount) => amount;
}
