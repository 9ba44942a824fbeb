namespace WaterNode.Gateway.Mqtt;

/// <summary>The way from the site to the connected clients.</summary>
public interface IMqttOutbox
{
    /// <summary>Hands a message to every subscriber that may see it, and keeps it when it is retained. Never waits for a client.</summary>
    void Publish(MqttMessage message);
}
