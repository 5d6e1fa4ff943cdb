using Microsoft.AspNetCore.Http;
using QRCoder;

namespace Granary.Ocrm.Asking;

/// <param name="State">open, answered or withdrawn; one that is out of date is open, with its day.</param>
/// <param name="Address">At which it is answered. Whoever has it can answer.</param>
/// <param name="Qr">The same as SVG.</param>
public sealed record InvitationView(long Id, long Questionnaire, string Title, string State, string Address, string Qr, DateTimeOffset ExpiresAt)
{
    public static string QrOf(string address)
    {
        using var drawn = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(drawn).GetGraphic(4);
    }

    /// <summary>As whoever asks reaches this server, where nobody said how customers do.</summary>
    internal static string Whole(HttpRequest request, string address) => address.StartsWith('/') ? $"{request.Scheme}://{request.Host}{address}" : address;
}
