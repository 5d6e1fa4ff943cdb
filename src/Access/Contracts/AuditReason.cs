using System.Diagnostics.CodeAnalysis;

namespace Granary.Access.Contracts;

/// <summary>Why a person does what the audit keeps: reads in clear, exports, splits, gives a delivery up.</summary>
public static class AuditReason
{
    /// <summary>A sentence or two; whoever reads the audit reads a page of them.</summary>
    public const int Most = 200;

    /// <summary>The problem's code where one is missing.</summary>
    public const string Missing = "reason-missing";

    public static string MissingDetail { get; } = $"A reason of 1 to {Most} characters is needed.";

    public static bool IsGiven([NotNullWhen(true)] string? reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= Most;
}
