using System.Text;
using Granary.Ecif.Contracts;
using Granary.Matching;

namespace Granary.Ecif.FirstLoad;

/// <summary>Messages in files by their (system, key): all of a customer's in one file, in the order in which they were said.</summary>
internal sealed class MessageFiles(LoadFolder folder)
{
    /// <summary>Of 20 million messages each holds some 80,000: what is gathered at once.</summary>
    public const int Count = 256;

    /// <returns>How many there were.</returns>
    public long Write(IEnumerable<SourceMessage> messages, Action<long> progress, CancellationToken cancellation)
    {
        var files = Enumerable.Range(0, Count).Select(part => new BinaryWriter(new BufferedStream(File.Create(PathOf(part)), 16_384), Encoding.UTF8)).ToArray();
        var written = 0L;
        try
        {
            foreach (var message in messages)
            {
                Write(files[(byte)(StableHash.Of(message.System).And(message.Key).Value >> 56)], message);
                if (++written % 1000 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress(written);
                }
            }
        }
        finally
        {
            foreach (var file in files)
            {
                file.Dispose();
            }
        }

        return written;
    }

    public IEnumerable<SourceMessage> Read(int part)
    {
        using var file = new BinaryReader(new BufferedStream(File.OpenRead(PathOf(part)), 65_536), Encoding.UTF8);
        while (file.BaseStream.Position < file.BaseStream.Length)
        {
            yield return Read(file);
        }
    }

    public void Delete()
    {
        for (var part = 0; part < Count; part++)
        {
            File.Delete(PathOf(part));
        }
    }

    private string PathOf(int part) => folder.PathOf($"messages-{part:X2}");

    private static void Write(BinaryWriter file, SourceMessage message)
    {
        file.Write(message.System);
        file.Write(message.Key);
        file.Write((byte)message.Operation);
        file.Write((byte)message.Kind);
        file.Write(message.At.ToUnixTimeMilliseconds());
        file.Write(message.Branch ?? "");
        file.Write((byte)message.Attributes.Count);
        foreach (var (name, value) in message.Attributes)
        {
            file.Write(name);
            file.Write(value);
        }
    }

    private static SourceMessage Read(BinaryReader file)
    {
        var (system, key) = (string.Intern(file.ReadString()), file.ReadString());
        var (operation, kind) = ((Operation)file.ReadByte(), (PartyKind)file.ReadByte());
        var at = DateTimeOffset.FromUnixTimeMilliseconds(file.ReadInt64());
        var branch = file.ReadString();
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = file.ReadByte(); left > 0; left--)
        {
            attributes.Add(string.Intern(file.ReadString()), file.ReadString());
        }

        return new SourceMessage(system, "", [], operation, kind, key, at, branch.Length > 0 ? branch : null, attributes, at, default);
    }
}
