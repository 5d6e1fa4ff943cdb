using System.Diagnostics.CodeAnalysis;

namespace Granary.Wire.Values;

/// <summary>The system's codes and the common ones. Several of the system's may mean the same; the first is written.</summary>
internal sealed class CodeTable
{
    private readonly Dictionary<string, string> neutral = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly Dictionary<string, string> wire = new(StringComparer.Ordinal);

    public CodeTable(string name)
    {
        Name = name;
        byText = neutral.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Name { get; }

    public IEnumerable<string> WireCodes => neutral.Keys;

    public bool Add(string wireCode, string neutralCode)
    {
        wire.TryAdd(neutralCode, wireCode);
        return neutral.TryAdd(wireCode, neutralCode);
    }

    public bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? code) => byText.TryGetValue(text, out code);

    public bool TryWrite(string code, [NotNullWhen(true)] out string? text) => wire.TryGetValue(code, out text);
}
