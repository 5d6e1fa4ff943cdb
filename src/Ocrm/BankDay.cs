namespace Granary.Ocrm;

/// <summary>The bank's day: Beijing's.</summary>
internal static class BankDay
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Beijing).DateTime);
}
