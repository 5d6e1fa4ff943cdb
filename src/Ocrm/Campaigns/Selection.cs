using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Granary.Ocrm.Campaigns;

/// <summary>Why a customer of the segments is not in the audience; the first that holds, in this order.</summary>
internal static class SelectionReason
{
    public const string In = "in";

    /// <summary>The same customer is in by another legal entity.</summary>
    public const string Duplicate = "duplicate";
    public const string Closed = "closed";
    public const string Excluded = "excluded";

    /// <summary>The customer wished to be left alone.</summary>
    public const string Quiet = "quiet";
    public const string Unsuitable = "unsuitable";
    public const string NoConsent = "no-consent";
    public const string NoAddress = "no-address";
    public const string Cap = "cap";

    /// <summary>There is nobody to whom its tasks could be given.</summary>
    public const string Nobody = "nobody";

    /// <summary>Met another target of the campaign when two customers became one.</summary>
    public const string Merged = "merged";

    public static IReadOnlyList<string> All { get; } = [In, Duplicate, Closed, Excluded, Quiet, Unsuitable, NoConsent, NoAddress, Cap, Nobody, Merged];
}

/// <summary>A customer of the segments, with all that the selection asks.</summary>
/// <param name="Consents">Channels to which there is a consent for the campaign's purpose.</param>
/// <param name="Full">Classes of contact in which the frequency cap leaves no room.</param>
internal sealed record Candidate(
    long Customer, long Party, string Entity, string Unit, string Place, string Kind, bool Active, string Mobile, string Email, string Manager, long Assets,
    bool Duplicate, bool Excluded, bool Quiet, bool Suits, IReadOnlySet<string> Consents, IReadOnlySet<string> Full);

/// <summary>Who is in the audience and who is set aside. Pure.</summary>
internal static class Selection
{
    private const int Parts = 10_000;

    public static string Of(Candidate candidate, CampaignPlan plan) =>
        candidate.Duplicate ? SelectionReason.Duplicate
        : !candidate.Active ? SelectionReason.Closed
        : candidate.Excluded ? SelectionReason.Excluded
        : candidate.Quiet ? SelectionReason.Quiet
        : !candidate.Suits ? SelectionReason.Unsuitable
        : Reach(candidate, plan) is { } why ? why
        : candidate.Manager.Length == 0 && plan.Steps.Any(s => s.Kind is StepKind.Task or StepKind.InApp) ? SelectionReason.Nobody
        : SelectionReason.In;

    /// <summary>The same customer of the same campaign is always on the same side, whenever and in whichever order it is asked.</summary>
    /// <param name="percent">Of the audience, set aside.</param>
    public static bool IsHeldOut(long seed, long party, int percent) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{party}")))) % Parts < (ulong)percent * (Parts / 100);

    /// <summary>Whether an address that a step needs is there.</summary>
    public static bool HasAddress(CampaignStep step, string mobile, string email) => (step.Kind == StepKind.Questionnaire ? step.Channel : step.Kind) switch
    {
        StepKind.Sms => mobile.Length > 0,
        StepKind.Mail or "email" => email.Length > 0,
        _ => true,
    };

    /// <summary>Null where at least one step that contacts customers may, can and has room to; or no step does.</summary>
    private static string? Reach(Candidate candidate, CampaignPlan plan)
    {
        var contacts = plan.Steps.Where(s => StepKind.ClassOf(s.Kind).Length > 0).ToList();
        if (contacts.Count == 0 || plan.Steps.Any(s => s.Kind == StepKind.InApp))
        {
            return null;
        }

        var allowed = contacts.FindAll(s => StepKind.ConsentOf(s) is { Length: 0 } || candidate.Consents.Contains(StepKind.ConsentOf(s)));
        var reached = allowed.FindAll(s => HasAddress(s, candidate.Mobile, candidate.Email));
        return allowed.Count == 0 ? SelectionReason.NoConsent
            : reached.Count == 0 ? SelectionReason.NoAddress
            : reached.TrueForAll(s => candidate.Full.Contains(StepKind.ClassOf(s.Kind))) ? SelectionReason.Cap
            : null;
    }
}
