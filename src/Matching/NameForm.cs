using System.Text;
using Granary.Chinese;

namespace Granary.Matching;

/// <summary>A name in the form that is compared.</summary>
public sealed class NameForm
{
    // Only blocking keys ask for readings.
    private IReadOnlyList<string>? syllables;

    private NameForm(RecordKind kind, string canonical, string core)
    {
        Kind = kind;
        Canonical = canonical;
        Core = core;
        Characters = [.. core.EnumerateRunes()];
        SurnameCount = kind == RecordKind.Person ? CountRunes(core.AsSpan(0, PersonName.SurnameLength(core))) : 0;
        Ideographs = Array.Exists(Characters, Han.IsIdeograph);
    }

    private IReadOnlyList<string>[]? sounds;

    public RecordKind Kind { get; }

    /// <summary>The whole name; two with the same are the same name.</summary>
    public string Canonical { get; }

    /// <summary>A person's whole name; an organisation's without its legal form.</summary>
    public string Core { get; }

    internal Rune[] Characters { get; }

    /// <summary>How many characters are the surname; 0 for an organisation or a foreign name.</summary>
    internal int SurnameCount { get; }

    internal bool Ideographs { get; }

    /// <summary>Readings; a lost character has none.</summary>
    internal IReadOnlyList<string> Syllables => syllables ??= Kind == RecordKind.Person ? PersonName.Syllables(Core) : Pinyin.Syllables(Core);

    /// <summary>Blurred readings by character. Made at the first comparison that needs them; two threads at worst make them twice.</summary>
    internal IReadOnlyList<string>[] Sounds => sounds ??= Array.ConvertAll(Characters, Pinyin.BlurredReadings);

    /// <summary>Makes now what comparing would make later.</summary>
    internal void Prepare() => _ = Sounds;

    public bool IsEmpty => Characters.Length == 0;

    public static NameForm Of(RecordKind kind, string? name)
    {
        if (kind == RecordKind.Organisation)
        {
            var parsed = OrganisationName.Parse(name);
            return new(kind, parsed.Canonical, parsed.Core);
        }

        var canonical = PersonName.Canonical(name);
        return new(kind, canonical, canonical);
    }

    private static int CountRunes(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    public override string ToString() => $"name of {Characters.Length} characters";
}
