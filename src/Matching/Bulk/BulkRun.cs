namespace Granary.Matching.Bulk;

/// <summary>One run, step by step.</summary>
internal sealed class BulkRun : IDisposable
{
    private readonly Matcher _matcher;
    private readonly BulkSettings _settings;
    private readonly int _count;
    private readonly Func<int, MatchRecord> _record;
    private readonly Action<string, long, long> _progress;
    private readonly ParallelOptions _parallel;
    private readonly Partitions<KeyRow> _keys;
    private readonly Partitions<KeyRow> _identities;
    private readonly Partitions<PairRow> _pairs;
    private readonly Partitions<PairRow> _apart;
    private readonly Connected _connected;
    private readonly Lock _gate = new();
    private long _scored;
    private long _done;

    public BulkRun(Matcher matcher, BulkSettings settings, int count, Func<int, MatchRecord> record, Action<string, long, long> progress, CancellationToken cancellation)
    {
        (_matcher, _settings, _count, _record, _progress) = (matcher, settings, count, record, progress);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = settings.Cores, CancellationToken = cancellation };
        _keys = new(settings.Folder!, "keys", settings.Memory);
        _identities = new(settings.Folder!, "identities", settings.Memory / 4);
        _pairs = new(settings.Folder!, "pairs", settings.Memory / 2);
        _apart = new(settings.Folder!, "apart", settings.Memory / 2);
        _connected = new(count);
    }

    public void Keys(int chunk)
    {
        Each("keys", (_count + chunk - 1) / chunk, chunk, part =>
        {
            using var keys = new PartitionWriter<KeyRow>(_keys);
            using var identities = new PartitionWriter<KeyRow>(_identities);
            for (var i = part * chunk; i < Math.Min(_count, (part + 1) * chunk); i++)
            {
                var record = _record(i);
                BlockedPairs.AddKeys(record, i, keys);
                BlockedPairs.AddIdentities(record, i, identities);
            }
        });
    }

    public void Pairs() => Each("pairs", Partitions<KeyRow>.Count, 1, part =>
    {
        using var writer = new PartitionWriter<PairRow>(_pairs);
        BlockedPairs.Of(_keys.Read(part), _settings.LargestBlock, _count, writer);
        BlockedPairs.Of(_identities.Read(part), _settings.LargestBlock, _count, writer);
        _keys.Clear(part);
    });

    public void Score() => Each("scores", Partitions<PairRow>.Count, 1, part =>
    {
        var pairs = BlockedPairs.Distinct(_pairs.Read(part));
        _pairs.Clear(part);
        using var apart = new PartitionWriter<PairRow>(_apart);
        var edges = new List<PairRow>();
        var (number, record) = (-1, (MatchRecord?)null);
        foreach (var pair in pairs)
        {
            if (pair.A != number)
            {
                (number, record) = (pair.A, _record(pair.A));
            }

            if (_matcher.Score(record!, _record(pair.B)).Verdict == Verdict.Automatic)
            {
                edges.Add(pair);
            }
            else
            {
                apart.Add(part, pair);
            }
        }

        lock (_gate)
        {
            _scored += pairs.Count;
            edges.ForEach(edge => _connected.Join(edge.A, edge.B));
        }
    });

    public BulkOutcome Cluster()
    {
        while (Bridge(new Groups(_connected.Roots())))
        {
        }

        var components = _connected.Roots();
        var members = new Groups(components);
        var clusters = new int[_count];
        var clustering = new ComponentClusters(_matcher, _record, _settings.LargestBlock);
        Each("clusters", Partitions<PairRow>.Count, 1, part =>
        {
            using var apart = new PartitionWriter<PairRow>(_apart);
            for (var i = First(part); i < First(part + 1); i++)
            {
                if (components[i] == i)
                {
                    clustering.Split(members[i].Span, clusters, (a, b) => apart.Add(part, new(a, b)));
                }
            }
        });
        return new(clusters, Suspects(clusters), Contested(clusters), _scored, _keys.Spilled + _identities.Spilled + _pairs.Spilled + _apart.Spilled);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _identities.Dispose();
        _pairs.Dispose();
        _apart.Dispose();
    }

    /// <summary>
    /// Whoever shares a key with one record of a party is compared with all of them. Once more where that joined something: the joined have
    /// more records to be compared with.
    /// </summary>
    private bool Bridge(Groups members)
    {
        var roots = _connected.Roots();
        var bridges = new List<PairRow>();
        Each("bridges", Partitions<PairRow>.Count, 1, part =>
        {
            foreach (var pair in _apart.Read(part))
            {
                if (roots[pair.A] != roots[pair.B])
                {
                    Compare(pair.A, pair.B, members[roots[pair.B]].Span);
                    Compare(pair.B, pair.A, members[roots[pair.A]].Span);
                }
            }
        });
        return bridges.Count(edge => _connected.Join(edge.A, edge.B)) > 0;

        void Compare(int one, int known, ReadOnlySpan<int> others)
        {
            if (others.Length == 1 || others.Length >= Resolver.LargestCluster)
            {
                return;
            }

            var record = _record(one);
            foreach (var other in others)
            {
                if (other != known && _matcher.Score(record, _record(other)).Verdict == Verdict.Automatic)
                {
                    lock (_gate)
                    {
                        bridges.Add(new(one, other));
                    }
                }
            }
        }
    }

    private List<BulkSuspect> Suspects(int[] clusters)
    {
        var members = new Groups(clusters);
        var found = new Dictionary<PairRow, BulkSuspect>();
        Each("suspects", Partitions<PairRow>.Count, 1, part =>
        {
            var seen = new HashSet<(int Record, int Cluster)>();
            foreach (var pair in BlockedPairs.Distinct(_apart.Read(part)))
            {
                foreach (var (one, other) in new[] { (pair.A, pair.B), (pair.B, pair.A) })
                {
                    if (clusters[one] != clusters[other] && seen.Add((one, clusters[other])) && Suspect(one, members[clusters[one]].Span, members[clusters[other]].Span) is { } suspect)
                    {
                        Add(suspect);
                    }
                }
            }
        });
        return [.. found.OrderBy(s => s.Key).Select(s => s.Value)];

        void Add(BulkSuspect suspect)
        {
            var (a, b) = clusters[suspect.A] < clusters[suspect.B] ? (suspect.A, suspect.B) : (suspect.B, suspect.A);
            var key = new PairRow(clusters[a], clusters[b]);
            lock (_gate)
            {
                if (!found.TryGetValue(key, out var known) || PartyEvidence.Stronger(suspect.Score, known.Score)
                    || (!PartyEvidence.Stronger(known.Score, suspect.Score) && new PairRow(a, b).CompareTo(new(known.A, known.B)) < 0))
                {
                    found[key] = new(a, b, suspect.Score);
                }
            }
        }
    }

    private List<ContestedIdentity> Contested(int[] clusters)
    {
        var contested = new List<ContestedIdentity>();
        Each("identities", Partitions<KeyRow>.Count, 1, part =>
        {
            var claims = _identities.Read(part);
            foreach (var (start, end) in BlockedPairs.Blocks(claims))
            {
                var claimants = new ArraySegment<KeyRow>(claims, start, end - start);
                if (claimants.Any(c => clusters[c.Record] != clusters[claimants[0].Record]))
                {
                    lock (_gate)
                    {
                        contested.Add(new(claimants[0].Hash, [.. claimants.Select(c => c.Record).Distinct()]));
                    }
                }
            }
        });
        return [.. contested.OrderBy(c => c.Hash)];
    }

    private BulkSuspect? Suspect(int one, ReadOnlySpan<int> own, ReadOnlySpan<int> other)
    {
        var members = Records(other);
        var evidence = PartyEvidence.Of(_record(one), new Candidate(other[0], members), null, _matcher, Settled.Nothing);
        return evidence.Suspect is { } suspect
            && !(PartyEvidence.YieldsToProof(suspect.Score) && Constraints.ProveDifferent(Records(own), members, _matcher, Settled.Nothing))
            ? new(one, other[Array.FindIndex(members, m => m.Id == suspect.RecordId)], suspect.Score)
            : null;
    }

    private MatchRecord[] Records(ReadOnlySpan<int> numbers)
    {
        var records = new MatchRecord[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            records[i] = _record(numbers[i]);
        }

        return records;
    }

    private int First(int part) => (int)((((long)part * _count) + Partitions<PairRow>.Count - 1) / Partitions<PairRow>.Count);

    private void Each(string step, int parts, int size, Action<int> work)
    {
        var of = size > 1 ? _count : parts;
        _done = 0;
        Parallel.For(0, parts, _parallel, part =>
        {
            work(part);
            lock (_gate)
            {
                _progress(step, Math.Min(of, _done += size), of);
            }
        });
    }
}
