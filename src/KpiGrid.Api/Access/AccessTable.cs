using static KpiGrid.Api.Access.Verbs;

namespace KpiGrid.Api.Access;

/// <summary>What each role may do, by how the node stands to what the role is granted on. There is no other rule.</summary>
internal static class AccessTable
{
    public static Verbs Allowed(Role role, Standing standing) => (role, standing) switch
    {
        (_, Standing.Apart) => None,
        (Role.Admin, _) => All,
        (Role.Auditor, Standing.Same or Standing.Within or Standing.Partly) => Total | Parts | Audit,
        (Role.Analyst, Standing.Same or Standing.Within or Standing.Partly) => Total | Parts,
        (Role.Coordinator, Standing.Same) => Total | Parts | Change,
        (Role.Coordinator, Standing.Within) => Total | Parts | Change | Allot,
        (Role.Coordinator, Standing.Partly) => Total | Parts,
        (Role.Body, Standing.Same or Standing.Partly) => Total | Parts,
        (Role.Body, Standing.Within) => Total | Parts | PushOnBehalf,
        (Role.Lead, Standing.Same) => Total | Parts | Push | Change,
        (Role.Lead, Standing.Around) => Total,
        _ => None,
    };
}
