using System.Globalization;
using Granary.Chinese;

namespace Granary.Host.Tests;

/// <summary>Valid resident identity numbers (GB 11643), made up.</summary>
internal static class ResidentIds
{
    /// <summary>A number of its own for each.</summary>
    public static string Of(int which)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"230183{new DateOnly(1950, 1, 1).AddDays(which * 97):yyyyMMdd}{309 + which:D3}");
        return body + ResidentIdNumber.CheckCharacter(body);
    }
}
