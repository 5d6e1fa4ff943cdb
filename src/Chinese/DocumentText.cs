namespace Granary.Chinese;

/// <summary>What all document numbers share: case, width, spaces and separators carry no meaning.</summary>
internal static class DocumentText
{
    public static string Fold(string? text)
    {
        var closed = TextFolding.FoldAndClose(text).ToUpperInvariant();
        return closed.AsSpan().ContainsAny("-._/") ? string.Concat(closed.Where(c => c is not ('-' or '.' or '_' or '/'))) : closed;
    }
}
