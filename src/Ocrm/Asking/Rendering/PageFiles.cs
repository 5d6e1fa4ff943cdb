using System.Security.Cryptography;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>The style sheet and the script of the answer page, as they lie in this assembly.</summary>
internal static class PageFiles
{
    public static byte[] StyleBytes { get; } = Read("answer.css");

    public static byte[] ScriptBytes { get; } = Read("answer.js");

    /// <summary>An address names its content, so that a browser asks for it once.</summary>
    public static string Style { get; } = $"/a/answer.css?{Hash(StyleBytes)}";

    public static string Script { get; } = $"/a/answer.js?{Hash(ScriptBytes)}";

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
