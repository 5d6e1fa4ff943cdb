using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Granary.Kernel;

namespace Granary.Ocrm.Asking;

/// <summary>What a link says, once its signature was found right.</summary>
/// <param name="Nonce">Of a link for many: which of its answers; "" for none yet.</param>
/// <param name="AnswerKey">By which the answer is found again: a hash that nobody makes without the signing key.</param>
internal sealed record AnswerLink(long Invitation, string Stamp, string Nonce, string AnswerKey);

/// <summary>
/// The addresses under which somebody answers: /a/TOKEN, for links that are good for many /a/TOKEN.NONCE. A token is the invitation's number,
/// eight random bytes that stand with it, and an HMAC-SHA256 over both, cut to 160 bits (RFC 2104, 5), in base64url. The key lies beside the
/// other secrets of the hub and not in the database, so that whoever reads the database cannot make a link.
/// </summary>
internal sealed class AnswerLinks(string? folder)
{
    public const int StampBytes = 8;
    private const int MacBytes = 20;
    private const int NonceBytes = 12;

    private readonly byte[] _key = Convert.FromHexString(folder is null
        ? Convert.ToHexString(RandomNumberGenerator.GetBytes(32))
        : PrivateFiles.ReadOrMake(Path.Combine(PrivateFiles.CreateFolder(folder).FullName, "answers.key"), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(32))));

    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StampBytes));

    public static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));

    /// <returns>A path of this server.</returns>
    public string PathOf(long invitation, string stamp, string nonce = "")
    {
        var token = new byte[8 + StampBytes + MacBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, invitation);
        Convert.FromHexString(stamp).CopyTo(token, 8);
        Mac("invitation", token.AsSpan(0, 8 + StampBytes)).AsSpan(0, MacBytes).CopyTo(token.AsSpan(8 + StampBytes));
        return $"/a/{Base64Url.EncodeToString(token)}{(nonce.Length > 0 ? "." : "")}{nonce}";
    }

    /// <param name="address">What stands behind /a/.</param>
    /// <returns>Null for what we did not sign.</returns>
    public AnswerLink? Read(string address)
    {
        var (text, nonce) = address.Split('.', 2) is [var before, var behind] ? (before, behind) : (address, "");
        if (!TryDecode(text, 8 + StampBytes + MacBytes, out var token) || (nonce.Length > 0 && !TryDecode(nonce, NonceBytes, out _)) || (nonce.Length == 0 && address.Contains('.', StringComparison.Ordinal))
            || !CryptographicOperations.FixedTimeEquals(token.AsSpan(8 + StampBytes), Mac("invitation", token.AsSpan(0, 8 + StampBytes)).AsSpan(0, MacBytes)))
        {
            return null;
        }

        var key = Mac("answer", Encoding.ASCII.GetBytes(address));
        return new(BinaryPrimitives.ReadInt64BigEndian(token), Convert.ToHexStringLower(token.AsSpan(8, StampBytes)), nonce, Convert.ToHexStringLower(SHA256.HashData(key)));
    }

    /// <summary>One text for one value: another text of the same bytes is no token.</summary>
    private static bool TryDecode(string text, int length, out byte[] bytes)
    {
        bytes = new byte[length];
        return text.Length == length / 3 * 4 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == length && Base64Url.EncodeToString(bytes) == text;
    }

    private byte[] Mac(string purpose, ReadOnlySpan<byte> content) => HMACSHA256.HashData(_key, (byte[])[.. Encoding.ASCII.GetBytes(purpose), 0, .. content]);
}
