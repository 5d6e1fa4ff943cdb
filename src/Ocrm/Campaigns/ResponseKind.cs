namespace Granary.Ocrm.Campaigns;

/// <summary>What came back from a customer.</summary>
internal static class ResponseKind
{
    public const string Interested = "interested";
    public const string NotInterested = "not-interested";

    /// <summary>Somebody else answers there: nothing more goes to this address.</summary>
    public const string WrongContact = "wrong-contact";
    public const string Complaint = "complaint";

    /// <summary>A questionnaire of the campaign was completed.</summary>
    public const string Answered = "answered";

    /// <summary>The link or the QR code was opened.</summary>
    public const string Opened = "opened";

    public static IReadOnlyList<string> All { get; } = [Interested, NotInterested, WrongContact, Complaint, Answered, Opened];

    /// <summary>What a person writes down; the others come by themselves.</summary>
    public static IReadOnlyList<string> ByHand { get; } = [Interested, NotInterested, WrongContact, Complaint];

    /// <summary>After it the campaign leaves the customer alone.</summary>
    public static bool Stops(string kind) => kind is WrongContact or Complaint;

    /// <summary>What says more stays: nobody who complained becomes somebody who opened a link.</summary>
    public static int Weight(string kind) => kind switch { Complaint => 6, WrongContact => 5, NotInterested => 4, Interested => 3, Answered => 2, Opened => 1, _ => 0 };
}
