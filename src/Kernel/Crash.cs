using System.Globalization;
using System.Runtime.InteropServices;

namespace Granary.Kernel;

/// <summary>
/// Named points at which a test lets the process die as if the power had gone: SIGKILL, no finally, no flush.
/// GRANARY_CRASH_AT is read once: <c>point</c> or <c>point:count</c> (dies when the point is reached for the count-th time).
/// Points: before-commit, after-commit, before-reply, mid-send, mid-migration, mid-follow.
/// </summary>
public static class Crash
{
    public const string Variable = "GRANARY_CRASH_AT";

    private const int SigKill = 9;

    private static readonly Plan? Armed = Parse(Environment.GetEnvironmentVariable(Variable));
    private static int reached;

    /// <summary>Does nothing unless the environment armed this very point.</summary>
    public static void At(string point)
    {
        if (Armed is null || Armed.Point != point || Interlocked.Increment(ref reached) != Armed.Count)
        {
            return;
        }

        // Environment.FailFast would run the runtime's crash handling; only kill(2) is what a test of durability means.
        _ = Kill(Environment.ProcessId, SigKill);
    }

    internal static Plan? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new Plan(text, 1);
        }

        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new Plan(text[..colon], count)
            : throw new FormatException($"{Variable} is a point or point:count, not '{text}'");
    }

    [DllImport("libc", EntryPoint = "kill", ExactSpelling = true)]
    private static extern int Kill(int process, int signal);

    internal sealed record Plan(string Point, int Count);
}
