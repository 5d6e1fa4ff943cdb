using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Granary.Sim.Formats;

/// <summary>XML without document types, entities or namespaces; unknown elements are simply not asked for.</summary>
internal static class Xml
{
    public static XElement Parse(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw new BadMessageException("document", "not well-formed, or with a document type");
        }
    }

    public static XElement? Child(this XElement element, string name) => element.Element(name);

    public static IEnumerable<XElement> Children(this XElement element, string list, string name) => element.Element(list)?.Elements(name) ?? [];

    public static string Text(this XElement element, string name) => element.Element(name)?.Value ?? "";

    /// <summary>An element with a text; without one it closes itself, as the recorded messages do.</summary>
    public static StringBuilder Element(this StringBuilder xml, string name, string text) => text.Length == 0
        ? xml.Append('<').Append(name).Append("/>")
        : xml.Append('<').Append(name).Append('>').Text(text).Append("</").Append(name).Append('>');

    public static StringBuilder Text(this StringBuilder xml, string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                _ => xml.Append(c),
            };
        }

        return xml;
    }
}
