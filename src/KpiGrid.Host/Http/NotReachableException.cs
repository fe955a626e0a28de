namespace KpiGrid.Host.Http;

/// <summary>No server answered, or it stayed busy, for as long as it was asked.</summary>
internal sealed class NotReachableException(string message, Exception? inner = null) : Exception(message, inner);
