using System.Xml;
using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

/// <summary>
/// XML in the interface's charset, whatever its declaration says. No document type, no entities but the five, no outside resource; text is kept as it is.
/// </summary>
internal sealed class XmlSyntax(string prolog) : TreeSyntax
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 0,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
        ConformanceLevel = ConformanceLevel.Document,
    };

    public override bool TryParse(ReadOnlySpan<byte> body, Charset charset, Node root) =>
        charset.TryDecode(body) is { } text && TryParseMarked(text, root);

    public override bool TryParseMarked(string text, Node root)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return Parse(reader, root);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    public override void Write(Branch root, Fields fields, TextBuffer text)
    {
        text.Add(prolog);
        foreach (var member in root.Members)
        {
            Write(member, fields, true, text);
        }
    }

    // Clause 2.2 of XML 1.0: Char. Surrogates are the charset's business.
    public override bool Forbids(char character) => character is (< ' ' and not '\t' and not '\n' and not '\r') or '\uFFFE' or '\uFFFF';

    private static bool Parse(XmlReader reader, Node root)
    {
        var path = new Stack<Node>();
        var count = 0;
        path.Push(root);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = new Node(reader.Name, NodeKind.Branch);
                    path.Peek().Add(element);
                    if (++count > MaxNodes)
                    {
                        return false;
                    }

                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute())
                    {
                        element.Add(new Node("@" + reader.Name, NodeKind.Text) { Text = reader.Value });
                    }

                    if (!isEmpty)
                    {
                        if (path.Count > MaxDepth)
                        {
                            return false;
                        }

                        path.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    path.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when path.Count > 1:
                    path.Peek().Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return true;
    }

    private static void Write(Branch branch, Fields fields, bool first, TextBuffer text)
    {
        if (branch.Entries is { } entries)
        {
            foreach (var entry in entries)
            {
                foreach (var (one, isFirst) in Presences.EntriesOf(entry, fields))
                {
                    WriteElement(branch.Name, entry.Body, one, isFirst, text);
                }
            }

            return;
        }

        if (branch.Leaf is { } leaf)
        {
            var value = leaf.WriteFrom(fields, first, out var isNull);
            if (isNull && !leaf.Optional)
            {
                // XML has no null: what there is none of is empty.
                value = "";
            }

            if (value is not null)
            {
                text.Add('<');
                text.Add(branch.Name);
                Close(branch.Name, value, false, text);
            }

            return;
        }

        if (!branch.OmitEmpty || Presences.Of(branch, fields) == Presence.Value)
        {
            WriteElement(branch.Name, branch, fields, first, text);
        }
    }

    private static void WriteElement(string name, Branch body, Fields fields, bool first, TextBuffer text)
    {
        text.Add('<');
        text.Add(name);
        var own = "";
        foreach (var member in body.Members)
        {
            if (member.Leaf is not { } leaf || !(member.Name[0] is '@' or '$'))
            {
                continue;
            }

            var value = leaf.WriteFrom(fields, first, out _);
            if (member.Name[0] == '$')
            {
                own = value ?? "";
            }
            else if (value is not null)
            {
                text.Add(' ');
                text.Add(member.Name.AsSpan(1));
                text.Add("=\"");
                Escape(value, true, text);
                text.Add('"');
            }
        }

        var start = text.Length;
        text.Add('>');
        foreach (var member in body.Members)
        {
            if (member.Name[0] is not ('@' or '$'))
            {
                Write(member, fields, first, text);
            }
        }

        if (text.Length > start + 1)
        {
            text.Add("</");
            text.Add(name);
            text.Add('>');
            return;
        }

        text.CutTo(start);
        Close(name, own, body.EmptyPair, text);
    }

    /// <summary>After the start tag's name and attributes: the text and the end tag, or the short form.</summary>
    private static void Close(string name, string value, bool pair, TextBuffer text)
    {
        if (value.Length == 0 && !pair)
        {
            text.Add("/>");
            return;
        }

        text.Add('>');
        Escape(value, false, text);
        text.Add("</");
        text.Add(name);
        text.Add('>');
    }

    private static void Escape(ReadOnlySpan<char> value, bool attribute, TextBuffer text)
    {
        while (value.Length > 0)
        {
            var special = value.IndexOfAny("&<>\"\t\n\r");
            if (special < 0)
            {
                text.Add(value);
                return;
            }

            text.Add(value[..special]);
            switch (value[special])
            {
                case '&': text.Add("&amp;"); break;
                case '<': text.Add("&lt;"); break;
                case '>': text.Add("&gt;"); break;
                case '"' when attribute: text.Add("&quot;"); break;

                // Clause 2.11 and 3.3.3: a reader makes a line feed of a carriage return, and spaces of both in attributes.
                case '\r': text.Add("&#xD;"); break;
                case '\n' when attribute: text.Add("&#xA;"); break;
                case '\t' when attribute: text.Add("&#x9;"); break;
                case var other: text.Add(other); break;
            }

            value = value[(special + 1)..];
        }
    }
}
