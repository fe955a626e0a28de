namespace KpiGrid.Tests.Simulation;

/// <summary>Everything that a seed leaves to chance, always the same for the same seed.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    public int Below(int limit) => (int)((UInt128)Next() * (ulong)limit >> 64);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Percent(int percent) => percent > 0 && Below(100) < percent;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public TimeSpan Millis(int least, int most) => TimeSpan.FromMicroseconds(Between(least * 1000, most * 1000));

    private ulong Next()
    {
        unchecked
        {
            var mixed = state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
            return mixed ^ mixed >> 31;
        }
    }
}
