using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Granary.Wire.Mapping;

/// <summary>One value of an attribute. The names are shared by all values of the attribute: a message has some twenty of these.</summary>
internal sealed class PartValue(string[] names, string[] texts) : IReadOnlyDictionary<string, string>
{
    public IEnumerable<string> Keys => names;

    public IEnumerable<string> Values => texts;

    public int Count => names.Length;

    public string this[string key] => TryGetValue(key, out var text) ? text : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => Array.IndexOf(names, key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] == key)
            {
                value = texts[i];
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
        {
            yield return KeyValuePair.Create(names[i], texts[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
