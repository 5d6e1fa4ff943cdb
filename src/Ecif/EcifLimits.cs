namespace Granary.Ecif;

/// <summary>Every bound of the customer master, with its default and where that comes from.</summary>
public sealed class EcifLimits
{
    /// <summary>
    /// Messages of one system that wait for a batch. At 1,500 messages a second this is over a second of work: beyond it a caller's own
    /// time-out (5 s at the shortest) would fire anyway, so "try again later" is the better answer.
    /// </summary>
    public int QueuePerSystem { get; set; } = 2000;

    /// <summary>Messages in one transaction. Larger batches gain little (FIGURES: 4.7 to 7.7 k/s from 200 to 1,000) and hold locks longer.</summary>
    public int BatchMessages { get; set; } = 250;

    /// <summary>Lock stripes in one transaction; 12,000 at once would exhaust PostgreSQL's default lock table.</summary>
    public int BatchLocks { get; set; } = 1000;

    /// <summary>Source records that one match key may bring; a larger block says that the key tells nothing.</summary>
    public int BlockSize { get; set; } = 50;

    /// <summary>How often a process asks which match model is active: a new one decides everywhere within this time.</summary>
    public TimeSpan ModelPoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Parties that work on the whole base reads at a time: some 500 records and as many again that share a match key, a few megabytes.</summary>
    public int PageParties { get; set; } = 200;

    /// <summary>The share of the time that work on the whole base takes; the rest it leaves to messages.</summary>
    public double BackgroundShare { get; set; } = 0.25;

    /// <summary>How often a process looks whether work on the whole base is to be done.</summary>
    public TimeSpan BackgroundPoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Parties whose records a rematch decides anew in one transaction: some tens of milliseconds, about as long as a batch of messages.</summary>
    public int RematchParties { get; set; } = 20;

    /// <summary>Customers that a model is learnt from: with their records and those that share a key with these, some 100 MB.</summary>
    public int SampleParties { get; set; } = 20_000;

    /// <summary>Stewards' decisions that a model is learnt from, the newest.</summary>
    public int SampleLabels { get; set; } = 20_000;

    /// <summary>A source time further ahead than this is clamped to the time of receipt and flagged.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Parties that a first load writes in one transaction: about a second, and what is made ahead of it stays small.</summary>
    public int LoadParties { get; set; } = 2000;

    /// <summary>Deliveries that get their numbers in one transaction.</summary>
    public int DeliveryBatch { get; set; } = 256;

    /// <summary>Tries of one state without a verdict before it becomes a dead letter. With the back-off below that is about half an hour with a peer that is there.</summary>
    public int DeliveryTries { get; set; } = 12;

    public TimeSpan DeliveryBackOff { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan DeliveryBackOffMost { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long distribution sleeps when nobody wakes it: another process may have committed.</summary>
    public TimeSpan DistributionPoll { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a lease on a subscriber lasts without being renewed; longer than all but the longest reply time-outs of the interfaces, whose messages repeat their number.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a stream to a browser goes on before it asks again whether its session is open and what its rights are.</summary>
    public TimeSpan LiveAsksAgain { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Parties of a group of suspects that are shown together: what hangs together further is not decided at one sitting.</summary>
    public int SuspectGroup { get; set; } = 30;

    /// <summary>Rows that one page of a list may ask for.</summary>
    public int PageRows { get; set; } = 200;

    /// <summary>Live-stream events that wait for a slow browser before it is asked to read again from the start.</summary>
    public int LiveEvents { get; set; } = 500;
}
