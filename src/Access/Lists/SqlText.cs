using System.Globalization;

namespace Granary.Access.Lists;

/// <summary>The parameters of a statement that is being put together; values never become part of its text.</summary>
public sealed class SqlText
{
    private readonly List<(string Name, object? Value)> _parameters = [];

    public (string Name, object? Value)[] Parameters => [.. _parameters];

    /// <summary>The name that stands for the value.</summary>
    public string Bind(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p{_parameters.Count}");
        _parameters.Add((name, value));
        return "@" + name;
    }
}
