using System.Globalization;
using Granary.Ocrm.Asking;

namespace Granary.Ocrm.Sending;

/// <summary>The address in a mail under which a customer wants no more of its kind (RFC 8058): /a/off/TOKEN, where the token is the signed number of the message.</summary>
internal sealed class UnsubscribeLinks(SignedLinks signed, AskingOptions options)
{
    public const string Path = "/a/off/";
    private const string Purpose = "unsubscribe";

    /// <returns>Empty where it goes to no customer, or customers do not reach this server over https, without which nobody offers it (RFC 8058, 3.1).</returns>
    public string AddressOf(DueMessage message) =>
        message.Party > 0 && options.Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? options.Address.TrimEnd('/') + PathOf(message.Id, message.CreatedAt) : "";

    public string PathOf(long message, long createdAt) => Path + signed.TokenOf(Purpose, message, createdAt.ToString("x16", CultureInfo.InvariantCulture));

    /// <returns>The row of ocrm.outgoing; null for what we did not sign.</returns>
    public (long Message, long CreatedAt)? Read(string token) =>
        signed.Read(Purpose, token) is { } known ? (known.Number, long.Parse(known.Stamp, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)) : null;
}
