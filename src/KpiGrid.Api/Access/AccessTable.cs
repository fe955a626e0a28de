namespace KpiGrid.Api.Access;

/// <summary>What each role may do, by how the node stands to what the role is granted on. There is no other rule.</summary>
internal static class AccessTable
{
    public static Verbs Allowed(Role role, Standing standing) => (role, standing) switch
    {
        (_, Standing.Apart) => Verbs.None,
        (Role.Admin, _) => Verbs.All,
        (Role.Auditor, Standing.Same or Standing.Within or Standing.Partly) => Verbs.Total | Verbs.Parts | Verbs.Audit,
        (Role.Analyst, Standing.Same or Standing.Within or Standing.Partly) => Verbs.Total | Verbs.Parts,
        (Role.Coordinator, Standing.Same) => Verbs.Total | Verbs.Parts | Verbs.Change,
        (Role.Coordinator, Standing.Within) => Verbs.Total | Verbs.Parts | Verbs.Change | Verbs.Allot | Verbs.Approve
            | Verbs.Confirm,
        (Role.Coordinator, Standing.Partly) => Verbs.Total | Verbs.Parts,
        (Role.Body, Standing.Same or Standing.Partly) => Verbs.Total | Verbs.Parts,
        (Role.Body, Standing.Within) => Verbs.Total | Verbs.Parts | Verbs.PushOnBehalf,
        (Role.Lead, Standing.Same) => Verbs.Total | Verbs.Parts | Verbs.Push | Verbs.Change | Verbs.Submit,
        (Role.Lead, Standing.Around) => Verbs.Total,
        _ => Verbs.None,
    };
}
