// The pages' tests share one hub and so come one after the other, waiting for a browser more than they compute: beside that line there is room
// for two others on two cores.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
