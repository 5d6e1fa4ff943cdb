using System.Globalization;
using System.Text;
using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>Ids of a page's elements, made of what their answers are called: the same on every rendering, and without blanks.</summary>
internal static class FieldId
{
    public static string Block(ElementState state) => "b-" + Of(state.Path.Length > 0 ? state.Path : state.Element.Path);

    public static string Field(string path) => "f-" + Of(path);

    private static string Of(string path)
    {
        var id = new StringBuilder(path.Length + 4);
        foreach (var c in path)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                id.Append(c);
            }
            else
            {
                id.Append('-').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append('-');
            }
        }

        return id.ToString();
    }
}
