namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>Figure 3.4: the connect flags.</summary>
internal static class ConnectFlags
{
    public const byte Reserved = 0x01;
    public const byte CleanSession = 0x02;
    public const byte Will = 0x04;
    public const byte WillQuality = 0x18;
    public const int WillQualityShift = 3;
    public const byte WillRetain = 0x20;
    public const byte Password = 0x40;
    public const byte UserName = 0x80;
}

/// <summary>Figure 3.10: the lower four bits of a PUBLISH's first byte.</summary>
internal static class PublishFlags
{
    public const byte Retain = 0x01;
    public const byte Quality = 0x06;
    public const int QualityShift = 1;
    public const byte Duplicate = 0x08;
}
