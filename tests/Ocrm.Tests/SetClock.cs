using System.Globalization;

namespace Granary.Ocrm.Tests;

/// <summary>A clock that says what a test sets, so that no test depends on the day on which it runs. Its timers are real.</summary>
internal sealed class SetClock(string now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = At(now);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <param name="local">"2026-06-01 09:00", in the bank's time.</param>
    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
