using System.Buffers;
using Granary.Sim.Recording;
using Granary.Sim.Systems;
using Granary.Tests;
using Granary.Wire;
using WireFields = Granary.Wire.Fields;

namespace Granary.Sim.Tests;

/// <summary>The simulator's codecs and the hub's against each other: two readings of the same documents that share no code.</summary>
public sealed class WireTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("granary-wire").FullName;

    public static TheoryData<string> Systems => [.. SystemFormats.All.Select(format => format.System)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Systems))]
    [Trait("Case", "SIM-60")]
    public void What_the_simulator_says_the_hub_reads_the_same(string system)
    {
        var (sim, hub) = (SystemFormats.Of(system), Load(system));
        foreach (var message in Messages(system))
        {
            var decoded = hub.Decode(message);
            Assert.Null(decoded.Fault);
            var expected = sim.Decode(message).Fields;
            foreach (var column in sim.Columns.Where(column => column is not ("status" or "op")))
            {
                Assert.Equal((column, expected.GetValueOrDefault(column)), (column, decoded.Message!.Fields.GetValueOrDefault(column)));
            }
        }
    }

    [Theory, MemberData(nameof(Systems))]
    [Trait("Case", "SIM-61")]
    public void What_the_hub_says_the_simulator_reads_the_same(string system)
    {
        var (sim, hub) = (SystemFormats.Of(system), Load(system));
        foreach (var message in Messages(system))
        {
            var said = hub.Decode(message).Message!;
            var view = hub.ReadCustomer(said.Fields);
            var told = new Message(MessageRole.Change, new WireFields());
            foreach (var (name, value) in said.Fields.Where(field => !Formats.Fields.OfCustomer.Contains(field.Key)))
            {
                told.Fields[name] = value;
            }

            hub.WriteCustomer(view, told.Fields);
            var frame = new ReadOnlySequence<byte>(hub.Encode(told));
            Assert.True(sim.TryReadMessage(ref frame, out var body));
            Assert.True(frame.IsEmpty);

            var held = new WireFields();
            foreach (var (name, value) in sim.Decode(body).Fields)
            {
                held[name] = value;
            }

            AssertSame(view, hub.ReadCustomer(held));
        }
    }

    private static void AssertSame(CustomerView expected, CustomerView actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (attribute, values) in expected)
        {
            Assert.Equal(values.SelectMany(value => value).OrderBy(part => part.Key), actual[attribute].SelectMany(value => value).OrderBy(part => part.Key));
        }
    }

    private static Interface Load(string system) => Interface.Load(Path.Combine(Shared.RepositoryRoot, "interfaces", $"{system}.yaml"));

    private List<byte[]> Messages(string system)
    {
        DayScript.Write(_folder, 2000, 11, new(2026, 6, 1));
        var file = system == SystemFormats.FileSystem ? "WMS_CUST_20260601.dat" : $"{system}.bin";
        return SystemFormats.Of(system).Split(File.ReadAllBytes(Path.Combine(_folder, file)));
    }
}
