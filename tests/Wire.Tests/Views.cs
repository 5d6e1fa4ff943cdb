namespace Granary.Wire.Tests;

internal static class Views
{
    /// <summary>A view with one value an attribute.</summary>
    public static CustomerView Of(params (string Attribute, (string Part, string Text)[] Value)[] attributes)
    {
        var view = new CustomerView();
        foreach (var (attribute, value) in attributes)
        {
            view[attribute] = [value.ToDictionary(part => part.Part, part => part.Text)];
        }

        return view;
    }

    /// <summary>A view as text, attributes by name, values in their order, parts by name: two views are equal where these are.</summary>
    public static string Show(CustomerView view) => string.Join("\n", view
        .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
        .Select(attribute => attribute.Key + ": " + string.Join(" & ", attribute.Value.Select(value =>
            "{" + string.Join(", ", value.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => part.Key + "=" + part.Value)) + "}"))));
}
