using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Pilots;

[OptionsValidator]
internal sealed partial class DutyOptionsCheck : IValidateOptions<DutyOptions>;
