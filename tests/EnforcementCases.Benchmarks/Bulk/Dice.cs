namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>Chance that comes out the same in every run (SplitMix64): one for each thing that is made, so that the order of making does not matter.</summary>
internal struct Dice
{
    private ulong state;

    private Dice(ulong state) => this.state = state;

    /// <summary>The dice of one thing of a kind.</summary>
    public static Dice Of(int seed, long index, int kind)
    {
        var dice = new Dice(((ulong)(uint)seed << 40) ^ ((ulong)index << 8) ^ (uint)kind);
        dice.Next();
        return dice;
    }

    /// <summary>0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>0 inclusive to 1 exclusive.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Percent(double percent) => Share() * 100 < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>A UUIDv7 of an instant.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        var time = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)((time >> (40 - (8 * i))) & 0xFF);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(bytes, bigEndian: true);
    }

    /// <summary>SHA-256 of a file that nobody has, hex.</summary>
    public string Sha256() => $"{Next():x16}{Next():x16}{Next():x16}{Next():x16}";

    /// <summary>Digits.</summary>
    public string Digits(int count)
    {
        Span<char> digits = stackalloc char[count];
        foreach (ref var digit in digits)
            digit = (char)('0' + Below(10));
        return new(digits);
    }

    private ulong Next()
    {
        var z = state = unchecked(state + 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
