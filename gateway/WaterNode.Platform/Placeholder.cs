namespace WaterNode.Platform;
