using EnforcementCases.Api.Cases.Deadlines;
using EnforcementCases.Api.Infrastructure.Snapshots;
using EnforcementCases.Api.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Infrastructure.Pipeline;

/// <summary>Registers handlers, validators and the behaviours; the order of registration is outside in.</summary>
internal static class PipelineRegistration
{
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        ValidatorOptions.Global.LanguageManager = new ChineseFaults();
        services.AddTransient<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan =>
            scan.FromAssemblyOf<Program>()
                .AddClasses(
                    classes => classes.AssignableToAny(typeof(IRequestHandler<,>), typeof(INotificationHandler<>)).Where(IsClosed),
                    publicOnly: false
                )
                .AsImplementedInterfaces()
                .WithScopedLifetime()
                .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)).Where(IsClosed), publicOnly: false)
                .AsImplementedInterfaces()
                .WithSingletonLifetime()
        );
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(DeadlineRecountBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SnapshotRefreshBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehavior<,>));
        services.AddScoped<RequestContext>();
        services.AddSingleton<RecordScribe>();
        services.AddScoped<RecordWriter>();
        services.AddScoped<RecordVerifier>();
        return services;
    }

    /// <summary>Open ones are registered where their types are known.</summary>
    private static bool IsClosed(Type type) => !type.IsGenericTypeDefinition;
}
