using KpiGrid.Api.Access;
using Xunit;

namespace KpiGrid.Tests.Access;

public sealed class AccessTableTests
{
    private const Verbs Read = Verbs.Total | Verbs.Parts;

    /// <summary>Role by role: apart, around, partly, within, same.</summary>
    private static readonly Dictionary<Role, Verbs[]> expected = new()
    {
        [Role.Admin] = [Verbs.None, Verbs.All, Verbs.All, Verbs.All, Verbs.All],
        [Role.Coordinator] = [Verbs.None, Verbs.None, Read, Read | Verbs.Change | Verbs.Allot | Verbs.Approve | Verbs.Confirm,
            Read | Verbs.Change],
        [Role.Lead] = [Verbs.None, Verbs.Total, Verbs.None, Verbs.None, Read | Verbs.Push | Verbs.Change | Verbs.Submit],
        [Role.Body] = [Verbs.None, Verbs.None, Read, Read | Verbs.PushOnBehalf, Read],
        [Role.Analyst] = [Verbs.None, Verbs.None, Read, Read, Read],
        [Role.Auditor] = [Verbs.None, Verbs.None, Read | Verbs.Audit, Read | Verbs.Audit, Read | Verbs.Audit],
    };

    [Fact]
    public void Each_role_may_do_at_each_standing_what_is_written_here()
    {
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(expected[role], Enum.GetValues<Standing>().Select(standing => AccessTable.Allowed(role, standing)));
    }
}
