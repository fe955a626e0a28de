using System.Numerics;

namespace KpiGrid.Tests.Simulation.Model;

/// <summary>Measurements of one kind and span added up, of the whole pilot or of one participant.</summary>
internal sealed record Figure(string? Owner, Bucket Bucket, DateOnly First, DateOnly Last, BigInteger A, BigInteger B, int N);

/// <summary>What an answer keeps apart.</summary>
internal sealed record Bucket(int Series, string? Class, string Flag, bool Provisional);

/// <summary>What counts of a figure: in the pilot's own total, or with a place in that place's.</summary>
internal sealed record Line(string? Place, Bucket Bucket, DateOnly Day, BigInteger A, BigInteger B, int N);
