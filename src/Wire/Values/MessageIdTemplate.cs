using System.Text;

namespace Granary.Wire.Values;

/// <summary>A message number made of several fields: "{sent}-{stan}-{rrn}".</summary>
internal static class MessageIdTemplate
{
    public static IEnumerable<string> FieldsOf(string template)
    {
        var at = 0;
        while ((at = template.IndexOf('{', at)) >= 0)
        {
            var end = template.IndexOf('}', at);
            if (end < 0)
            {
                yield break;
            }

            yield return template[(at + 1)..end];
            at = end;
        }
    }

    public static string Fill(string template, Func<string, string> text)
    {
        var result = new StringBuilder(64);
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var end = open < 0 ? -1 : template.IndexOf('}', open);
            if (end < 0)
            {
                break;
            }

            result.Append(template, at, open - at).Append(text(template[(open + 1)..end]));
            at = end + 1;
        }

        return result.Append(template, at, template.Length - at).ToString();
    }
}
