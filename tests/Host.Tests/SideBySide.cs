// Tests of pages share two hubs and so come in two lines, waiting for a browser more than they compute: beside those lines there is room for one
// more on two cores.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
