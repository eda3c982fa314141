using MediatR;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>A write: runs in one transaction with its idempotency row, the follow-ups of what happened and its record entries. The caller sends <c>Idempotency-Key</c>.</summary>
public interface ICommand<out TResponse> : IRequest<TResponse>;

/// <summary>A write that needs no <c>Idempotency-Key</c>: it carries a key of its own (a bank's transaction id, a period) or is harmless to repeat.</summary>
public interface IUnkeyedCommand<out TResponse> : ICommand<TResponse>;

/// <summary>A write of many rows: it takes long, so that nobody shares its commit.</summary>
public interface IWritesMany;

/// <summary>A change of something that exists: the caller sends in <c>If-Match</c> the version it has seen. Checked by <see cref="RequestContext.EnsureSeen"/>.</summary>
public interface IChangesVersion;

/// <summary>An answer that carries the version of what it describes; it becomes the <c>ETag</c>.</summary>
public interface IVersioned
{
    /// <summary>Id of what is described.</summary>
    Guid Id { get; }

    /// <summary>Its version, increased by each change.</summary>
    int Version { get; }
}
