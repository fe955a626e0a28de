namespace KpiGrid;

/// <summary>What is kept of a person must satisfy this.</summary>
internal static class PersonCheck
{
    private const int EmailMax = 254;

    public static IReadOnlyList<Problem> Of(Person person)
    {
        var problems = new Problems();
        problems.Name("name", person.Name);
        OneLine("name", person.Name, problems);
        if (person.Email is not { } email) return problems.Found;
        problems.Text("email", email, EmailMax);
        OneLine("email", email, problems);
        problems.Require(IsAddress(email), "email", null, "email-unreadable", "Write name@domain, without spaces.");
        return problems.Found;
    }

    private static void OneLine(string field, string text, Problems problems) => problems.Require(
        !text.Contains('\n', StringComparison.Ordinal), field, null, "text-hidden-characters", "Write it on one line.");

    private static bool IsAddress(string email) =>
        email.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !email.Any(char.IsWhiteSpace);
}
