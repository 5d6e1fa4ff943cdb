using Granary.Kernel.Storage;

namespace Granary.Ocrm.Holdings;

/// <summary>By how much an account rose or fell.</summary>
/// <param name="Day">yyyymmdd.</param>
/// <param name="Delta">In cents; of several reports of a day the sum.</param>
internal sealed record Flow(string System, string Account, int Day, long Delta)
{
    public static readonly Insert<Flow> Insert = new("ocrm.flow AS existing", "ON CONFLICT (system, account, day) DO UPDATE SET delta = existing.delta + excluded.delta",
        new("system", ColumnType.Text, f => f.System),
        new("account", ColumnType.Text, f => f.Account),
        new("day", ColumnType.Int, f => f.Day),
        new("delta", ColumnType.Long, f => f.Delta));
}
