using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Granary.Kernel;

namespace Granary.Ocrm.Asking;

/// <summary>
/// Rows as part of an address that nobody makes or alters: a row's number, eight bytes that stand with it, and an HMAC-SHA256 over both and
/// what the address is for, cut to 160 bits (RFC 2104, 5), in base64url. The key lies beside the other secrets of the hub and not in the
/// database, so that whoever reads the database cannot make a link.
/// </summary>
/// <param name="folder">Where the key lies; null: a key for as long as the process runs.</param>
internal sealed class SignedLinks(string? folder)
{
    public const int StampBytes = 8;
    private const int SaidBytes = 8 + StampBytes;
    private const int MacBytes = 20;

    private readonly byte[] _key = Convert.FromHexString(folder is null
        ? Convert.ToHexString(RandomNumberGenerator.GetBytes(32))
        : PrivateFiles.ReadOrMake(Path.Combine(PrivateFiles.CreateFolder(folder).FullName, "answers.key"), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(32))));

    /// <param name="purpose">What it is for: signed for one purpose it is nothing for another.</param>
    /// <param name="stamp">Sixteen hexadecimal digits.</param>
    public string TokenOf(string purpose, long number, string stamp)
    {
        var token = new byte[SaidBytes + MacBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, number);
        Convert.FromHexString(stamp).CopyTo(token, 8);
        Mac(purpose, token.AsSpan(0, SaidBytes)).AsSpan(0, MacBytes).CopyTo(token.AsSpan(SaidBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <returns>Null for what we did not sign for the purpose.</returns>
    public (long Number, string Stamp)? Read(string purpose, string token) =>
        TryDecode(token, SaidBytes + MacBytes, out var bytes) && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(SaidBytes), Mac(purpose, bytes.AsSpan(0, SaidBytes)).AsSpan(0, MacBytes))
            ? (BinaryPrimitives.ReadInt64BigEndian(bytes), Convert.ToHexStringLower(bytes.AsSpan(8, StampBytes)))
            : null;

    /// <summary>One text for one value: another text of the same bytes is none.</summary>
    public static bool TryDecode(string text, int length, out byte[] bytes)
    {
        bytes = new byte[length];
        return text.Length == length / 3 * 4 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == length && Base64Url.EncodeToString(bytes) == text;
    }

    public byte[] Mac(string purpose, ReadOnlySpan<byte> content) => HMACSHA256.HashData(_key, (byte[])[.. Encoding.ASCII.GetBytes(purpose), 0, .. content]);
}
