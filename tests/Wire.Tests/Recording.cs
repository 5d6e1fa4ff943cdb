using System.Buffers;

namespace Granary.Wire.Tests;

/// <summary>Recorded frames, cut by the interface's own frame.</summary>
internal static class Recording
{
    public static IReadOnlyList<(byte[] Whole, byte[] Body)> FramesOf(string system)
    {
        var folder = Shared.File("bank", "traffic");
        var file = Path.Combine(folder, $"{system}.bin");
        return Cut(Interfaces.Of(system), File.ReadAllBytes(File.Exists(file) ? file : Directory.GetFiles(folder, $"{system}_*.dat").Single()));
    }

    public static IReadOnlyList<(byte[] Whole, byte[] Body)> Cut(Interface wire, byte[] bytes)
    {
        var frames = new List<(byte[], byte[])>();
        var buffer = new ReadOnlySequence<byte>(bytes);
        while (true)
        {
            var before = buffer;
            if (!wire.TryReadFrame(ref buffer, out var frame, out var fault))
            {
                Assert.Null(fault);
                Assert.Equal(0, buffer.Length);
                return frames;
            }

            frames.Add((before.Slice(0, before.Length - buffer.Length).ToArray(), frame.ToArray()));
        }
    }
}
