namespace Granary.Ecif.FirstLoad;

/// <summary>Makes parts on all cores, a few ahead, and hands them on in their order.</summary>
internal static class Ahead
{
    public static async IAsyncEnumerable<T> Of<T>(int parts, Func<int, T> make, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var ahead = new Queue<Task<T>>();
        for (var next = 0; next < parts || ahead.Count > 0;)
        {
            while (next < parts && ahead.Count <= Environment.ProcessorCount)
            {
                var part = next++;
                ahead.Enqueue(Task.Run(() => make(part), cancellation));
            }

            yield return await ahead.Dequeue();
        }
    }
}
