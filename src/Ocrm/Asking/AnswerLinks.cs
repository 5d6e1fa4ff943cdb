using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Granary.Ocrm.Asking;

/// <summary>What a link says, once its signature was found right.</summary>
/// <param name="Nonce">Of a link for many: which of its answers; "" for none yet.</param>
/// <param name="AnswerKey">By which the answer is found again: a hash that nobody makes without the signing key.</param>
internal sealed record AnswerLink(long Invitation, string Stamp, string Nonce, string AnswerKey);

/// <summary>The addresses under which somebody answers: /a/TOKEN, for links that are good for many /a/TOKEN.NONCE, where the token is the signed number of the invitation.</summary>
internal sealed class AnswerLinks(SignedLinks signed)
{
    private const string Purpose = "invitation";
    private const int NonceBytes = 12;

    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SignedLinks.StampBytes));

    public static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));

    /// <returns>A path of this server.</returns>
    public string PathOf(long invitation, string stamp, string nonce = "") => $"/a/{signed.TokenOf(Purpose, invitation, stamp)}{(nonce.Length > 0 ? "." : "")}{nonce}";

    /// <param name="address">What stands behind /a/.</param>
    /// <returns>Null for what we did not sign.</returns>
    public AnswerLink? Read(string address)
    {
        var (token, nonce) = address.Split('.', 2) is [var before, var behind] ? (before, behind) : (address, "");
        if ((nonce.Length > 0 && !SignedLinks.TryDecode(nonce, NonceBytes, out _)) || (nonce.Length == 0 && address.Contains('.', StringComparison.Ordinal)) || signed.Read(Purpose, token) is not { } known)
        {
            return null;
        }

        return new(known.Number, known.Stamp, nonce, Convert.ToHexStringLower(SHA256.HashData(signed.Mac("answer", Encoding.ASCII.GetBytes(address)))));
    }
}
