using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

/// <summary>JSON (RFC 8259). A member that comes twice is an error: readers differ in which they take. Written without spaces and without needless escapes.</summary>
internal sealed class JsonSyntax : TreeSyntax
{
    // Up to here members are compared one by one, beyond with a set: a body of a megabyte can have a hundred thousand.
    private const int FewMembers = 32;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    public override bool TryParse(ReadOnlySpan<byte> body, Charset charset, Node root)
    {
        if (charset.Name == "UTF-8")
        {
            return Utf8.IsValid(body) && TryParse(body, root);
        }

        return charset.TryDecode(body) is { } text && TryParse(Encoding.UTF8.GetBytes(text), root);
    }

    public override bool TryParseMarked(string text, Node root) => TryParse(Encoding.UTF8.GetBytes(text), root);

    public override void Write(Branch root, Fields fields, TextBuffer text) => WriteMembers(root, fields, true, text);

    public override bool Forbids(char character) => false;

    private static bool TryParse(ReadOnlySpan<byte> utf8, Node root)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            var count = 0;
            ReadObject(ref reader, root, ref count);
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // What GetString throws for an escaped half of a surrogate pair.
            return false;
        }
    }

    // Recursion is bounded by the reader's depth.
    private static void ReadObject(ref Utf8JsonReader reader, Node node, ref int count)
    {
        HashSet<string>? names = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (node.Members.Count >= FewMembers)
            {
                names ??= [.. node.Members.Select(member => member.Name)];
                if (!names.Add(name))
                {
                    throw new JsonException("a member comes twice");
                }
            }

            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                ReadArray(ref reader, name, node, ref count);
            }
            else
            {
                ReadValue(ref reader, name, false, node, ref count);
            }
        }
    }

    private static void ReadArray(ref Utf8JsonReader reader, string name, Node into, ref int count)
    {
        var before = into.Members.Count;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            ReadValue(ref reader, name, true, into, ref count);
        }

        if (into.Members.Count == before)
        {
            into.Add(new Node(name, NodeKind.Null) { InArray = true });
        }
    }

    private static void ReadValue(ref Utf8JsonReader reader, string name, bool inArray, Node into, ref int count)
    {
        if (++count > MaxNodes)
        {
            throw new JsonException("too many members");
        }

        var kind = reader.TokenType switch
        {
            JsonTokenType.StartObject => NodeKind.Branch,
            JsonTokenType.String => NodeKind.Text,
            JsonTokenType.True => NodeKind.True,
            JsonTokenType.False => NodeKind.False,
            JsonTokenType.Number => NodeKind.Number,
            _ => NodeKind.Null,
        };
        var node = new Node(name, kind) { InArray = inArray };
        into.Add(node);
        if (kind == NodeKind.Branch)
        {
            ReadObject(ref reader, node, ref count);
        }
        else if (kind == NodeKind.Text)
        {
            node.Append(reader.GetString()!);
        }
    }

    private static void WriteMembers(Branch branch, Fields fields, bool first, TextBuffer text)
    {
        text.Add('{');
        var start = text.Length;
        foreach (var member in branch.Members)
        {
            var before = text.Length;
            if (before > start)
            {
                text.Add(',');
            }

            String(member.Name, text);
            text.Add(':');
            if (!WriteValue(member, fields, first, text))
            {
                text.CutTo(before);
            }
        }

        text.Add('}');
    }

    private static bool WriteValue(Branch member, Fields fields, bool first, TextBuffer text)
    {
        if (member.Leaf is { } leaf)
        {
            var value = leaf.WriteFrom(fields, first, out var isNull);
            if (value is null)
            {
                text.Add("null");
                return isNull;
            }

            if (leaf.Constant is "true" or "false")
            {
                text.Add(value);
            }
            else
            {
                String(value, text);
            }

            return true;
        }

        if (member.Entries is { } entries)
        {
            WriteArray(entries, fields, text);
            return true;
        }

        var presence = Presences.Of(member, fields);
        if (presence == Presence.Absent || (member.OmitEmpty && presence != Presence.Value))
        {
            return false;
        }

        if (member.NullWhole && presence == Presence.Null)
        {
            text.Add("null");
        }
        else
        {
            WriteMembers(member, fields, first, text);
        }

        return true;
    }

    private static void WriteArray(IReadOnlyList<Entry> entries, Fields fields, TextBuffer text)
    {
        text.Add('[');
        var any = false;
        foreach (var entry in entries)
        {
            foreach (var (one, first) in Presences.EntriesOf(entry, fields))
            {
                if (any)
                {
                    text.Add(',');
                }

                any = true;
                if (entry.Body.Members is [{ Name: Branch.OwnText, Leaf: { } leaf }])
                {
                    String(leaf.WriteFrom(one, first, out _) ?? "", text);
                }
                else
                {
                    WriteMembers(entry.Body, one, first, text);
                }
            }
        }

        text.Add(']');
    }

    private static void String(ReadOnlySpan<char> value, TextBuffer text)
    {
        text.Add('"');
        while (value.Length > 0)
        {
            var special = value.IndexOfAny(Escaped);
            if (special < 0)
            {
                text.Add(value);
                break;
            }

            text.Add(value[..special]);
            switch (value[special])
            {
                case '"': text.Add("\\\""); break;
                case '\\': text.Add("\\\\"); break;
                case '\n': text.Add("\\n"); break;
                case '\r': text.Add("\\r"); break;
                case '\t': text.Add("\\t"); break;
                case var control: text.Add(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)control:x4}")); break;
            }

            value = value[(special + 1)..];
        }

        text.Add('"');
    }
}
