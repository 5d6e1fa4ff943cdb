using Granary.Sim.Formats;

namespace Granary.Sim.Store;

/// <summary>What one system holds of one of its customers. The book that holds it changes it, under its lock.</summary>
internal sealed class Customer(string key, string kind)
{
    public string Key { get; } = key;

    public string Kind { get; } = kind;

    public string Branch { get; set; } = "";

    public bool Closed { get; set; }

    public Fields Fields { get; init; } = [];
}
