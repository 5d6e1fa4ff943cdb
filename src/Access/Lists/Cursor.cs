using System.Buffers.Text;
using System.Text.Json;

namespace Granary.Access.Lists;

/// <summary>A row's place in one order: the sort's values and the key. Opaque to the page; of no use with another order.</summary>
internal sealed record Cursor(IReadOnlyList<object> Values, long Key)
{
    private const int MostCharacters = 2_000;

    public string Write(IReadOnlyList<ListSort> sort) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Form(Signature(sort), [.. Values.Select(v => JsonSerializer.SerializeToElement(v))], Key)));

    public static Read<Cursor> Read(string text, ListDefinition list, IReadOnlyList<ListSort> sort)
    {
        if (text.Length > MostCharacters || !Base64Url.IsValid(text))
        {
            return ListFault.WrongCursor;
        }

        Form? form;
        try
        {
            form = JsonSerializer.Deserialize<Form>(Base64Url.DecodeFromChars(text));
        }
        catch (JsonException)
        {
            return ListFault.WrongCursor;
        }

        if (form is not { Values: not null } || form.Sort != Signature(sort) || form.Values.Length != sort.Count)
        {
            return ListFault.WrongCursor;
        }

        var values = new List<object>();
        foreach (var (value, by) in form.Values.Zip(sort))
        {
            var isText = list.Column(by.Column)!.IsText;
            if (isText && value.ValueKind == JsonValueKind.String && !value.GetString()!.Contains('\0', StringComparison.Ordinal))
            {
                values.Add(value.GetString()!);
            }
            else if (!isText && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
            {
                values.Add(number);
            }
            else
            {
                return ListFault.WrongCursor;
            }
        }

        return new Cursor(values, form.Key);
    }

    private static string Signature(IReadOnlyList<ListSort> sort) => string.Join(",", sort.Select(s => (s.Descending ? "-" : "") + s.Column));

    private sealed record Form(string Sort, JsonElement[] Values, long Key);
}
