namespace Granary.Ocrm.Asking.Rendering;

/// <summary>The style sheet and the script of the answer page, as they lie in this assembly.</summary>
internal static class PageFiles
{
    public static byte[] StyleBytes { get; } = Read("answer.css");

    public static byte[] ScriptBytes { get; } = Read("answer.js");

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
